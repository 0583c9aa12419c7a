"""Sentences with present tenses that the parser took for nouns in, the same read in the past tense out.

"Police raid a ranch", "a drone breaches Ruritanian airspace": in the present of news a verb often looks like a noun,
and the parser, which has read other texts, makes one noun phrase of the line. In the past tense nothing looks like a
noun. So such a sentence is read once more with "raided" in the place of "raid"; where that gives a verb that agrees
with its subject and leaves every other verb as it was, the second reading is taken for the sentence as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from spacy.attrs import TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.presents import (
    BASE,
    JOINED,
    JOINING,
    MISTAKEN,
    PAST,
    SINGULAR,
    Present,
    Presents,
    Trial,
    could_be_joined,
    has_object,
    is_joined,
)
from detente.reading.second_reading import Reading, Reread, in_other_words
from detente.reading.shapes import FINITE, NAMES, NOUNS, PLURALS, SUBJECTS

EXPLETIVE = SUBJECTS | {"expl"}
AUXILIARY = frozenset({"aux", "auxpass"})
TENSED = FINITE | {"MD"}
OPENS_OBJECT = NOUNS | {"CD", "DT", "JJ", "JJR", "JJS", "PRP", "PRP$", "VBN", "$"}
OPENS_ADJUNCT = frozenset({"IN", "RB", "RP", "TO", "WRB"})
BEFORE = frozenset(map(get_string_id, (*NOUNS, ",", ":", "-RRB-", "RB", JOINED)))
TAKEN_FOR = frozenset(map(get_string_id, (*NOUNS, "JJ", "VB", "VBP", "VBZ")))
PARTICLES = frozenset(map(get_string_id, ("IN", "RB", "RP")))
NEVER_BEHIND = frozenset(map(get_string_id, ("CC", "POS", "TO", *TENSED)))
NOT_BEHIND = frozenset({"of", "be", "been", "being"})
COMPLEMENTS = frozenset({"oprd", "ccomp", "xcomp"})
JOINS = frozenset({"of", "from", "in"})
FARTHEST = 4  # words between a subject and its verb


def in_the_past(presents: Presents) -> Reading[Trial]:
    """Sentences with such a word, with its past in its place."""
    return Reading(
        marks=lambda block, forms: _trials(block, forms.written, presents),
        reworded=_in_the_past,
        chosen=lambda block, tried: _with_best(block, tried, presents),
    )


def _trials(block: Doc, words: Sequence[int], presents: Presents) -> Iterator[Trial]:
    """The words of a block that could be verbs."""
    places = _places(block, words, presents)
    for sentence in block.sents if places else ():
        mine = list(takewhile(sentence.end.__gt__, places))
        del places[: len(mine)]
        main = _main_verb(sentence, presents) if mine else None
        likely = [i for i in mine if i > sentence.start and _could_be(block[i], presents, main)]
        found = [Trial(sentence, i - sentence.start, presents.forms[block[i].orth]) for i in likely]
        yield from [trial for trial in found if trial.present.coded] or found


def _places(block: Doc, words: Sequence[int], presents: Presents) -> list[int]:
    """Where a form of the present stands between what may be its subject and what may follow a verb."""
    forms = [i for i, word in enumerate(words[1:-1], 1) if word in presents.forms]
    tags = block.to_array(TAG).tolist() if forms else []
    return [
        i
        for i in forms
        if tags[i + 1] not in NEVER_BEHIND
        if tags[i - 1] in BEFORE or words[i - 1] in presents.like_adjectives
        if tags[i] in TAKEN_FOR or (tags[i] in PARTICLES and words[i] in presents.particles)
    ]


def _could_be(token: Token, presents: Presents, main: Token | None) -> bool:
    """Whether it may be a verb, beside the main verb of its sentence or as a second verb of its clause."""
    link = token.nbor(-1).tag_
    if link in JOINING and could_be_joined(token, presents):
        return True
    return link != JOINED and _could_have_subject(token, presents, main)


def _could_have_subject(token: Token, presents: Presents, main: Token | None) -> bool:
    """ "Police raid a ranch": where what stands before it may be what it is told of."""
    before, after, present = token.nbor(-1), token.nbor(), presents.forms[token.orth]
    if after.is_punct or after.lower_ in NOT_BEHIND or f"{before.lower_} {token.lower_}" in presents.troops:
        return False
    blow = token.head if token.dep_ == "compound" else token  # "in an army drone attack"
    if blow.lemma_.lower() in presents.blows and _is_hurt_in(blow):
        return False
    if token.dep_ in AUXILIARY and after.tag_ == "VBN":
        return False  # "have encircled Zenda" is read well, whatever "had encircled Zenda" would be
    if before.text == "," and "," not in [t.text for t in token.doc[token.sent.start : before.i]]:
        return False  # what follows one comma goes on with a list; two set off what describes the subject
    if _is_free(token, main):
        return main is not None or token.tag_ in MISTAKEN or _subject(token) is None
    if after.lower_ in presents.parted and after.i + 1 < len(after.doc):
        after = after.nbor()
    taken = token.dep_ == "dobj" and token.head.tag_ in TENSED  # "begin the drill with ten ships"
    phrase = not taken and f"{present.lemma} {after.lower_}" in presents.openings  # "fire on marchers"
    object_ = after.tag_ in OPENS_OBJECT or phrase
    if _is_of_crowd(token, presents):
        return True
    if token.pos_ == "VERB" or before.tag_ not in NOUNS or not (object_ and present.coded):
        return False
    named = before.tag_ == "NNP" and present.tag == BASE  # "members of the Taliban storm ..."
    return named or any(_agrees(noun, present, presents) for noun in _nouns_over(before))


def _is_of_crowd(token: Token, presents: Presents) -> bool:
    """ "Police shut the square, and thousands rally in Strelsau": what a crowd does needs no object."""
    present, before = presents.forms[token.orth], token.nbor(-1)
    return (
        present.tag == BASE
        and present.lemma in presents.crowds
        and token.nbor().tag_ in OPENS_ADJUNCT
        and any(
            n.lemma_.lower() in presents.people and _agrees(n, present, presents)
            for n in (before, *_nouns_over(token))
        )
    )


def _is_hurt_in(token: Token) -> bool:
    """ "A guard injured in league drone strikes on a post": such a headline has no verb of its own."""
    before = token.head
    return token.dep_ == "pobj" and before.lower_ == "in" and before.head.tag_ == "VBN" and before.i < token.i


def _nouns_over(noun: Token) -> Iterator[Token]:
    """The noun and those in whose phrase it stands: "gunships of the army attack a crowd"."""
    yield noun
    while noun.dep_ == "pobj" and noun.head.head.tag_ in NOUNS and noun.head.lower_ in JOINS:
        noun = noun.head.head
        yield noun


def _main_verb(sentence: Span, presents: Presents) -> Token | None:
    """The main verb if it is finite and has a subject, though its tag be that of a noun."""
    root = sentence.root
    if _subject(root, EXPLETIVE) is None:
        return None
    parts = (root, *(child for child in root.children if child.dep_ in AUXILIARY))
    return root if root.orth in presents.forms or any(map(_is_tensed, parts)) else None


def _is_free(token: Token, main: Token | None) -> bool:
    """Whether no other word is the verb of its sentence, so that any verb is tried; "a gunman bursts in and kills six".

    "The premier lands in Zenda in a trade push": what is a verb by its tag is no subject of another.
    """
    if main is None or (main.tag_ in MISTAKEN and main.i == token.i) or _is_first_of_two(token, main):
        return True
    return token.tag_ in FINITE and _subject(main) == token


def _is_first_of_two(token: Token, main: Token) -> bool:
    """Whether it stands for the subject of a verb that is joined to it."""
    return _subject(main) == token and any(c.tag_ == JOINED for c in token.rights)


def _is_tensed(token: Token) -> bool:
    """Also "envoys arrive" where the parser sees a base form, with a subject and nothing that asks for that form."""
    if token.tag_ != "VB":
        return token.tag_ in TENSED
    return _subject(token) is not None and not any(child.dep_ == "aux" for child in token.lefts)


def _subject(verb: Token, labels: frozenset[str] = SUBJECTS) -> Token | None:
    clause = verb.head if verb.dep_ in AUXILIARY else verb
    return next((child for child in clause.lefts if child.dep_ in labels), None)


def _agrees(subject: Token, present: Present, presents: Presents) -> bool:
    """Whether the number of a subject is that of the form; a past has none."""
    if present.tag == PAST:
        return True
    if present.tag == SINGULAR:
        return subject.tag_ not in PLURALS
    return (
        subject.tag_ in PLURALS
        or subject.lower_ in presents.plural
        or subject.dep_ == "conj"
        or any(
            child.dep_ == "conj" or (child.lower_ == "of" and any(c.tag_ in PLURALS for c in child.children))
            for child in subject.rights
        )
    )


def _in_the_past(trial: Trial) -> Doc:
    return in_other_words(trial.sentence, {trial.at: trial.present.past})


def _with_best(block: Doc, tried: Sequence[tuple[Trial, Doc]], presents: Presents) -> Doc:
    """The block with the best reading of each of its sentences: the first of a coded verb with an object."""
    better = [(trial, read) for trial, read in reversed(tried) if _is_better(trial, read, presents)]
    # of one sentence the last stands
    better.sort(key=lambda one: (one[0].present.coded, has_object(one[1][one[0].at])))
    return _read_as(block, better) if better else block


def _is_better(trial: Trial, read: Doc, presents: Presents) -> bool:
    """Whether the word is a verb with somebody who does it, and no other verb has lost its own subject."""
    verb = read[trial.at]
    if not _is_past(verb) or verb.dep_ in ("acl", "amod") or len(list(read.sents)) > 1:
        return False
    joined = trial.sentence[trial.at - 1].tag_ in JOINING and is_joined(trial, verb)
    if not joined and not _is_of_its_subject(verb, trial, presents):
        return False
    noun = trial.sentence[trial.at]  # "street protests against it break out": in a base form too
    tensed = (
        old for old in trial.sentence if old.tag_ in TENSED or (_is_tensed(old) and _subject(old) == noun)
    )
    return all(_stays(old, read[old.i - trial.sentence.start]) for old in tensed)


def _is_past(verb: Token) -> bool:
    """Behind an apposition its tag may be that of a participle, though it has a subject and no auxiliary."""
    if verb.tag_ != "VBN":
        return verb.tag_ == PAST
    own = any(c.dep_ == "nsubj" for c in verb.lefts) and verb.nbor(-1).is_punct
    return own and not any(c.dep_ in AUXILIARY for c in verb.lefts)


def _is_of_its_subject(verb: Token, trial: Trial, presents: Presents) -> bool:
    """Whether it has a subject near by that agrees with it, and what such a verb goes on with."""
    subject = _subject(verb)
    if subject is None or subject.tag_ in TENSED or subject.right_edge.i < verb.i - FARTHEST:
        return False
    if subject.tag_ in NAMES and subject.nbor().tag_ == "TO":
        return False  # "Sylvania to send jets to Zenda": the line has its verb
    alone = _is_free(trial.sentence[trial.at], _main_verb(trial.sentence, presents))
    if not (_agrees(subject, trial.present, presents) or (alone and subject.tag_ == "NNP")):
        return False  # "Hamas free eight hostages": the name of a group may be a plural
    mostly_noun = alone or _is_of_crowd(trial.sentence[trial.at], presents)
    following = verb.doc[verb.i + 1 : verb.i + 2]  # none where the sentence ends with it
    phrase = any(f"{trial.present.lemma} {t.lower_}" in presents.openings for t in following)
    return has_object(verb) or ((mostly_noun or phrase) and _has_complement(verb))


def _has_complement(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 2]  # none where the sentence ends with it
    return any(t.tag_ in OPENS_ADJUNCT for t in following) or any(
        child.dep_ in COMPLEMENTS for child in verb.rights
    )


def _stays(old: Token, new: Token) -> bool:
    """Whether a finite verb is still one, with a subject if it had one, or joined to a verb that has it."""
    if old.tag_ == BASE and new.tag_ == "VB":  # "demands that Sylvania leave": what is asked for has no tense
        return new.dep_ == "ccomp" and _subject(new) is not None
    return new.tag_ in TENSED and (
        _subject(old) is None or _subject(new) is not None or new.dep_ == "conj" or new.tag_ == "MD"
    )


def _read_as(block: Doc, chosen: Iterable[tuple[Trial, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns = Reread(block)
    for trial, read in chosen:
        columns.take(trial.sentence, read)
        columns.call(trial.sentence.start + trial.at, TAG=trial.present.tag, LEMMA=trial.present.lemma)
    return columns.done()

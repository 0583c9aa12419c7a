"""Each family says sentences otherwise and expects what follows; the comparison takes nothing else for right."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from changed import FAMILIES, chosen, is_one_sentence, main
from changes.inflected import inflected
from changes.shape import Change, Expected, Reading, Sentence, Told, World, is_right, keeping
from items import INVENTED

from detente.knowledge.load import load_knowledge

ITEMS = Path(__file__).parents[1] / "coding" / "items" / "agency-1.txt"


def told(
    kind: str, type_: str, sides: str, *, verb: str = "", text: str = "", status: str = "occurred"
) -> Told:
    """An event of "RUR>SYL", or of "RUR=SYL" to each other."""
    actors, _, recipients = sides.replace("=", ",").partition(">")
    start = text.find(verb)
    return Told(
        kind=kind,
        type=type_,
        deed=type_,
        status=status,
        actors=tuple(actors.split(",")),
        recipients=tuple(recipients.split(",")) if recipients else (),
        reciprocal="=" in sides,
        happening="h1",
        doer_ends=text.find(" "),
        trigger=(start, start + len(verb)),
    )


def sentence(text: str, verb: str, kind: str, type_: str, sides: str) -> Sentence:
    """A sentence of one event."""
    event = told(kind, type_, sides, verb=verb, text=text)
    return Sentence(text=text, day="2025-03-10", events=(event,))


EXPELLED = sentence(
    "Ruritania expelled two Sylvanian diplomats.", "expelled", "expulsion", "SANCTION", "RUR>SYL"
)
PRAISED = sentence("Graustark praised Norway.", "praised", "praise", "SUPPORT", "GRA>NOR")
ACCUSED = sentence("Ruritania accused Sylvania of theft.", "accused", "accusation", "ACCUSE", "RUR>SYL")
MET = sentence("Ruritania and Sylvania held talks.", "held", "talks", "CONSULT", "RUR=SYL")
SENTENCES = (EXPELLED, PRAISED, ACCUSED, MET)


@pytest.fixture(scope="module")
def families() -> Mapping[str, Mapping[str, Change]]:
    """The changes of all families, for the sentences above."""
    world = World(tables=load_knowledge(INVENTED).actors, sentences=SENTENCES)
    return {name: changes(world) for name, changes in FAMILIES.items()}


SAME = ["SANCTION RUR -> SYL *"]


@pytest.mark.parametrize(
    ("family", "change", "said", "text", "expected"),
    [
        ("said", "headline", EXPELLED, "Ruritania Expelled Two Sylvanian Diplomats", SAME),
        ("said", "its capital", EXPELLED, "Strelsau expelled two Sylvanian diplomats.", SAME),
        ("said", "second verb", EXPELLED, "Ruritania weighed its options for days and expelled two Sylvanian diplomats.",
         SAME),
        ("said", "likened to another state", EXPELLED, "Like Comoros before it, Ruritania expelled two Sylvanian diplomats.",
         SAME),
        ("edges", "before: On 12 March", EXPELLED, "On 12 March Ruritania expelled two Sylvanian diplomats.", SAME),
        ("edges", "within: formally", EXPELLED, "Ruritania formally expelled two Sylvanian diplomats.", SAME),
        ("edges", "label: relations", ACCUSED, "Ruritania–Sylvania relations: Ruritania accused Sylvania of theft.",
         ["ACCUSE RUR -> SYL *"]),
        ("edges", "spoken: In a statement,", ACCUSED, "In a statement, Ruritania accused Sylvania of theft.",
         ["ACCUSE RUR -> SYL *"]),
        ("naming", "title behind the name", EXPELLED,
         "Jan Hruska, the Ruritanian foreign minister, expelled two Sylvanian diplomats.",
         SAME),
        ("naming", "the minister of", EXPELLED, "The foreign minister of Ruritania expelled two Sylvanian diplomats.",
         SAME),
        ("naming", "its ambassador", PRAISED, "Graustark praised the Norwegian ambassador.",
         ["SUPPORT GRA -> NOR *"]),
        ("naming", "a body of states", ACCUSED, "UNRWA accused Sylvania of theft.", ["ACCUSE IGO:UNRWA -> SYL *"]),
        ("naming", "there an armed group", ACCUSED, "Ruritania accused Boko Haram of theft.",
         ["ACCUSE RUR -> NSA:BokoHaram *"]),
        ("status", "had done", EXPELLED, "Ruritania had expelled two Sylvanian diplomats.",
         ["expulsion RUR -> SYL occurred/under_way"]),
        ("status", "will not", EXPELLED, "Ruritania will not expel two Sylvanian diplomats.",
         ["expulsion RUR -> SYL denied/declined/cancelled or REJECT * *"]),
        ("status", "whether it will", MET, "It is unclear whether Ruritania and Sylvania will hold talks.",
         ["talks RUR,SYL hypothetical"]),
        ("status", "if it does", EXPELLED, "If Ruritania expels two Sylvanian diplomats, prices will rise, analysts said.",
         ["expulsion RUR -> SYL hypothetical"]),
        ("operators", "threatened to", EXPELLED, "Ruritania threatened on Monday to expel two Sylvanian diplomats.",
         ["THREATEN RUR -> SYL occurred/under_way or THREATEN RUR,SYL occurred/under_way"]),
        ("operators", "accused of", EXPELLED, "Italy accused Ruritania of expelling two Sylvanian diplomats.",
         ["ACCUSE ITA -> RUR occurred or ACCUSE ITA,RUR occurred"]),
        ("operators", "refused to", PRAISED, "Graustark refused to praise Norway.",
         ["REJECT GRA -> NOR occurred or REJECT GRA,NOR occurred or "
          "praise GRA -> NOR declined/cancelled/denied or praise GRA,NOR declined/cancelled/denied"]),
        ("nominal", "possessive", EXPELLED, "Ruritania's expulsion of two Sylvanian diplomats came after weeks of tension.",
         ["deed COERCE/deed SANCTION RUR -> SYL *"]),
        ("nominal", "condemned", EXPELLED, "Italy condemned Ruritania's expulsion of two Sylvanian diplomats.",
         ["deed COERCE/deed SANCTION RUR -> SYL *", "ACCUSE ITA -> RUR *"]),
        ("syntax", "two: while", EXPELLED, "Ruritania expelled two Sylvanian diplomats, while Graustark praised Norway.",
         ["SANCTION RUR -> SYL occurred", "SUPPORT GRA -> NOR occurred"]),
        ("syntax", "one: after doing", EXPELLED, "Ruritania expelled two Sylvanian diplomats after praising Norway.",
         ["SANCTION RUR -> SYL occurred", "SUPPORT RUR -> NOR occurred"]),
        ("syntax", "beside: list", EXPELLED, "Ruritania, Portugal and Kenya expelled two Sylvanian diplomats.",
         ["SANCTION KEN -> SYL occurred", "SANCTION PRT -> SYL occurred", "SANCTION RUR -> SYL occurred"]),
        ("syntax", "voice: passive", EXPELLED, "Two Sylvanian diplomats were expelled by Ruritania.",
         ["SANCTION RUR -> SYL occurred"]),
        ("syntax", "alone: in retaliation", EXPELLED,
         "Ruritania expelled two Sylvanian diplomats in retaliation for the expulsion of two of its diplomats by Italy.",
         ["SANCTION RUR -> SYL occurred"]),
        ("syntax", "object: {y} and Portugal", PRAISED, "Graustark praised Norway and Portugal.",
         ["SUPPORT GRA -> NOR occurred", "SUPPORT GRA -> PRT occurred"]),
        ("discourse", "before: It", EXPELLED, "Ruritania marked its national day on Sunday. It expelled two Sylvanian diplomats.",
         SAME),
        ("discourse", "before, object: the country", ACCUSED,
         "Sylvania held a cabinet meeting on Monday. Ruritania accused the country of theft.",
         ["ACCUSE RUR -> SYL *"]),
        ("discourse", "before: The two", MET, "Ruritania and Sylvania are neighbours. The two held talks.",
         ["CONSULT RUR,SYL *"]),
        ("discourse", "who was hit denied it", ACCUSED, "Ruritania accused Sylvania of theft. Sylvania denied it.",
         ["ACCUSE RUR -> SYL *", "REJECT SYL -> RUR *"]),
        ("discourse", "a third welcomed the move", EXPELLED,
         "Ruritania expelled two Sylvanian diplomats. Comoros welcomed the move.",
         ["SANCTION RUR -> SYL *", "SUPPORT COM -> RUR *"]),
    ],
)  # fmt: skip
def test_a_sentence_is_said_otherwise(
    families: Mapping[str, Mapping[str, Change]],
    family: str,
    change: str,
    said: Sentence,
    text: str,
    expected: list[str],
) -> None:
    changed = families[family][change](said)
    assert changed is not None
    assert changed.text == text
    assert [" or ".join(map(str, choice)) for choice in changed.expected.events] == expected


@pytest.mark.parametrize(
    ("family", "change", "said"),
    [
        ("said", "its officials", sentence("Ruritania is at odds with Sylvania.", "odds", "row", "ACCUSE", "RUR>SYL")),
        ("edges", "spoken: In a statement,", EXPELLED),  # no words
        ("naming", "an army", PRAISED),  # does not praise
        ("status", "said it would", MET),  # more than one state
        ("operators", "apologised for", PRAISED),
        ("nominal", "demonym", MET),  # to each other
        ("nominal", "called off", EXPELLED),  # not of that type
        ("syntax", "beside: list", MET),
        ("discourse", "who was hit denied it", EXPELLED),
    ],
)  # fmt: skip
def test_what_does_not_fit_stays_as_it_is(
    families: Mapping[str, Mapping[str, Change]], family: str, change: str, said: Sentence
) -> None:
    assert families[family][change](said) is None


DENIED = Reading(names=frozenset({"talks"}), sides=(("RUR", "SYL"),), statuses=("denied",))
HELD = Reading(names=frozenset({"talks"}), statuses=("occurred",))
TALKS = told("talks", "CONSULT", "RUR=SYL")
NO_TALKS = told("talks", "REJECT", "RUR=SYL", status="denied")
PRAISE = told("praise", "SUPPORT", "RUR>SYL")


@pytest.mark.parametrize(
    ("expected", "events", "right"),
    [
        (MET.same(), [TALKS], True),
        (MET.same(), [], False),
        (MET.same(), [TALKS, PRAISE], False),
        (MET.same(), [TALKS, TALKS], False),
        (MET.same(), [told("talks", "CONSULT", "SYL=RUR", status="planned")], True),  # in no order
        (MET.same(counted="happenings"), [TALKS, TALKS], True),
        (MET.same(counted="pairs"), [told("talks", "CONSULT", s) for s in ("RUR>SYL", "SYL>RUR")], True),
        (Expected(events=((DENIED,),)), [NO_TALKS], True),
        (Expected(events=((DENIED,),)), [TALKS], False),
        (Expected(events=((DENIED,),), more=True), [NO_TALKS, PRAISE], True),
        (Expected(events=((DENIED,),), more=True, never=(HELD,)), [NO_TALKS, TALKS], False),
        (Expected(events=((DENIED,),), absent=HELD), [], True),
        (Expected(events=((DENIED,),), absent=HELD), [TALKS], False),
        (Expected(events=((DENIED,),), absent=HELD, reasons=frozenset({"why"})), [], False),
        (Expected(events=((DENIED, HELD),)), [TALKS], True),
    ],
)
def test_only_what_is_expected_is_right(
    expected: Expected,
    events: list[Told],
    right: bool,  # noqa: FBT001
) -> None:
    assert is_right(expected, events) is right


def test_an_event_may_be_left_out_for_the_reason_that_is_given() -> None:
    expected = Expected(events=((DENIED,),), absent=HELD, reasons=frozenset({"why"}))
    assert is_right(expected, [], frozenset({"why", "else"}))


@pytest.mark.parametrize(
    ("base", "said", "forms"),
    [
        ("expel", "expelled", "expelled expelled expelling expels"),
        ("fin", "fined", "fined fined fining fines"),
        ("take", "takes", "took taken taking takes"),
        ("deny", "denies", "denied denied denying denies"),
        ("bar", "bars", "barred barred barring bars"),
        ("visit", "visited", "visited visited visiting visits"),
    ],
)
def test_verbs_are_inflected(base: str, said: str, forms: str) -> None:
    verb = inflected(base, said)
    assert f"{verb.past} {verb.part} {verb.ing} {verb.third}" == forms


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ruritania left.", True),
        ("“Ruritania left.”", True),
        ("Ruritania left. Sylvania stayed.", False),
        (f"Ruritania left {'and left ' * 14}.", False),
    ],
)
def test_a_text_is_one_sentence(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_one_sentence(text) is is_one


def test_the_chosen_ones_fit_and_are_evenly_taken() -> None:
    changes = [keeping(lambda text: text if text.startswith("Ruritania") else None)]
    assert chosen(SENTENCES, changes, limit=9) == [EXPELLED, ACCUSED, MET]
    assert chosen(SENTENCES, changes, limit=2) == [EXPELLED, ACCUSED]


def test_every_family_is_coded_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(
        '{"text": "Ruritania expelled two Sylvanian diplomats.", "date": "2025-03-10"}\n'
        '{"text": "It was a cold and windy day.", "date": "2025-03-10"}\n',
        encoding="utf-8",
    )
    main([str(ITEMS), "--family", "all", "--texts", str(texts), "--limit", "3", "--show", "1"])
    printed = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in printed if line.strip() in FAMILIES] == [*FAMILIES]
    assert any(line.startswith("│ headline ") and "│ 3 " in line for line in printed)

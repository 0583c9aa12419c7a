"""Small misreadings: goods named by a participle, fixed adverbs, listed deeds, forces in pairs."""

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.behind_agents import repair_behind_agents
from detente.reading.repairs.agents.between import repair_signed_between, repair_signed_with
from detente.reading.repairs.clauses.gapped import repair_gapped
from detente.reading.repairs.clauses.gerunds import repair_gerunds
from detente.reading.repairs.clauses.listed import repair_listed_deeds
from detente.reading.repairs.clauses.protesting import repair_protesting
from detente.reading.repairs.clauses.reduced import repair_reduced
from detente.reading.repairs.clauses.set_off import repair_set_off
from detente.reading.repairs.names.with_lands import repair_lands_after_places
from detente.reading.repairs.subjects.inverted import repair_inverted
from detente.reading.repairs.subjects.two_subjects import repair_forces_paired, repair_two_subjects
from detente.reading.repairs.words.goods import repair_goods
from detente.reading.repairs.words.infinitives import repair_infinitives
from detente.reading.repairs.words.noun_clauses import repair_noun_clauses
from detente.reading.repairs.words.planning import repair_planning
from detente.reading.repairs.words.set_phrases import repair_fixed
from detente.reading.repairs.words.verbs_as_objects import repair_verbs_as_objects
from detente.reading.syntax import parse
from detente.reading.tokens import Doc

CASES = [
    ("The envoy, told that the talks had failed, flew home to Oslo.", "envoy", "flew"),
    ("The envoy, told that the talks had failed, flew home to Oslo.", "told", "envoy"),
    ("Norway, warned that the talks could fail, recalled its envoy.", "Norway", "recalled"),
    ("The envoy, a Swede, told reporters that the talks had failed, and left.", "envoy", "told"),
    (
        "Rui Costa, a suspect in the murder of a nurse in Oslo, Norway is held by police in Chad.",
        "Norway",
        "Oslo",
    ),
    ("Rui Costa, the main suspect in a killing in Lyon, France is held by police in Chad.", "Costa", "held"),
    ("India shipped a cargo of drinking water to Malta.", "water", "of"),
    ("India shipped a cargo of drinking water to Malta.", "to", "shipped"),
    ("Army surgeons have been operating around the clock on survivors in Haiti.", "on", "operating"),
    ("Novair plans to cut 3,000 jobs, close two sites and sell its helicopter unit.", "close", "cut"),
    ("Novair planned to cut 3,000 jobs, but closed two sites.", "closed", "planned"),
    ("Nine sites will be cut and nine plants closed by 2015.", "plants", "closed"),
    ("Nine sites will be cut and nine plants closed by 2015.", "closed", "cut"),
    ("Two sites are to be closed and 300 workers dismissed.", "dismissed", "closed"),
    ("Novair failed to raise money or cut costs.", "cut", "raise"),
    ("The deal was opposed by banks and by funds based in Oslo.", "based", "funds"),
    ("The plan fails to calm markets.", "calm", "fails"),
    ("Norway will shut its border with Russia should Chile join the pact.", "join", "shut"),
    ("Norway will shut its border with Russia should Chile join the pact.", "shut", "shut"),
    ("Norway is due to apologise to Kenya on Friday.", "apologise", "due"),
    ("Norway denies jamming Russian satellite signals.", "jamming", "denies"),
    ("Chile accused Norway of planning to visit Nairobi.", "visit", "planning"),
    ("Norway denies jamming Russian satellite signals.", "signals", "jamming"),
    ("Norway denies growing tensions with Russia.", "tensions", "denies"),
    ("Norway rules out hacking Russian government networks.", "networks", "hacking"),
    ("The army waits as the military fires tear gas at the crowd.", "military", "fires"),
    ("The army waits as the military fires tear gas at the crowd.", "tear", "gas"),
    (
        "Kenya Police fire tear gas at students in Nairobi, Kenya, protesting against fees.",
        "protesting",
        "students",
    ),
    ("Turkey was accused of shelling Syrian schools.", "schools", "shelling"),
    ("Turkey was accused of shelling Syrian schools.", "shelling", "of"),
    ("Turkey was accused of shelling attacks.", "attacks", "of"),
    ("Thousands gather in Oslo, Norway, protesting against fees.", "protesting", "gather"),
    ("Nine people are killed in Russian artillery shelling on a market in Kharkiv.", "artillery", "shelling"),
    ("Nine people are killed in Russian artillery shelling on a market in Kharkiv.", "shelling", "in"),
    ("A mayor was killed by a man shooting at a crowd.", "man", "by"),
    ("The junta executes 54 soldiers captured near Al-Sukhnah, Homs Governorate.", "soldiers", "executes"),
    ("The junta executes 54 soldiers captured near Al-Sukhnah, Homs Governorate.", "captured", "soldiers"),
    ("Rockets fired from Zambia hit a village in northern Botswana.", "fired", "Rockets"),
    ("Rockets fired from Zambia hit a village in northern Botswana.", "Rockets", "hit"),
    ("Two Danish nurses held hostage in Chad are freed.", "nurses", "freed"),
    ("Two Danish nurses held hostage in Chad are freed.", "held", "nurses"),
    ("Bombs dropped by Saudi helicopters kill 40 in Aden.", "Bombs", "kill"),
    ("In Chad, a clash between the military and Islamic fighters leaves nine dead.", "fighters", "military"),
    ("In Chad, a clash between the military and Islamic fighters leaves nine dead.", "military", "between"),
    ("Protocols on customs and transit between Chad and Niger are signed in Oslo.", "between", "Protocols"),
    (
        "Kenya accuses Norway of bombing its ports, shelling its towns and arming rebels.",
        "shelling",
        "bombing",
    ),
    ("Kenya accuses Norway of bombing ports, expelling its envoy, and", "expelling", "accuses"),
    ("Kenya left after meeting Norway's envoys, promising aid and pledging troops.", "promising", "left"),
    ("Kenya signed a treaty with Norway banning mines.", "Norway", "with"),
    ("Kenya signed a treaty with Norway banning mines.", "banning", "treaty"),
    ("It is alleged by two former guards that convicts were sold to smugglers.", "sold", "alleged"),
    ("The banker is accused by a former partner of having bought a port.", "of", "accused"),
    (
        "Members of the council were told by the envoy for Norway, Ana Ruiz, that the road was open.",
        "was",
        "told",
    ),
    ("Rebels close to port, army warns", "Rebels", "warns"),
    ("Kenya and Norway plan to sign a pact, an envoy said.", "Kenya", "plan"),
    ("Officials said Norway and Kenya plan to close their embassies in Chad.", "Norway", "plan"),
    ("Kenya denied a report that it had fired on villages.", "fired", "report"),
]


def read(sentence: str, nlp: Language) -> Doc:
    """The sentence with these repairs alone."""
    doc = repair_infinitives(parse(sentence, nlp), frozenset(), frozenset({"plan"}), frozenset({"fail"}))
    doc = repair_lands_after_places(doc)
    doc = repair_gerunds(
        doc, {"deny", "rule out", "accuse of"}, {"growing"}, {"jam", "hack", "grow", "shell"}
    )
    doc = repair_verbs_as_objects(doc, nouns=frozenset({"shelling", "shooting"}))
    doc = repair_signed_between(repair_forces_paired(doc, frozenset({"military"})), frozenset({"protocol"}))
    doc = repair_signed_with(doc, frozenset({"treaty"}))
    doc = repair_reduced(repair_set_off(doc), frozenset({"execute"}), frozenset({"hostage"}))
    doc = repair_behind_agents(repair_two_subjects(repair_listed_deeds(doc)))
    doc = repair_inverted(repair_gapped(doc, frozenset({"fell"})), frozenset({"should"}))
    doc = repair_protesting(doc, frozenset({"student", "thousand"}), frozenset({"protest"}))
    doc = repair_planning(doc, frozenset({"plan"}), frozenset())
    doc = repair_noun_clauses(doc, frozenset(), frozenset({"report"}), frozenset())
    doc = repair_goods(doc, frozenset({"drinking"}), frozenset({"tear gas"}))
    return repair_fixed(doc, frozenset({"around the clock"}), frozenset({"one another"}))


@pytest.mark.parametrize(("sentence", "word", "head"), CASES)
def test_what_a_word_belongs_to(sentence: str, word: str, head: str, nlp: Language) -> None:
    doc = read(sentence, nlp)
    assert next(t.head.text for t in doc if t.text == word) == head

"""The order of stages is checked before anything runs."""

import re

import pytest

from detente.errors import PipelineError
from detente.stages import InParts, Parts, Stage, check_order, run_stages, run_stages_many


def stage(gives: str, *needs: str) -> Stage:
    return Stage(gives=gives, needs=needs, run=lambda *layers: (gives, *layers))


GOOD = [
    ([], ["document"]),
    ([stage("doc", "document")], ["document"]),
    ([stage("doc", "document"), stage("times", "doc", "document")], ["document"]),
    ([stage("a"), stage("b"), stage("c", "b", "a")], []),
]
BAD = [
    ([stage("times", "doc")], ["document"], "stage 'times' needs doc"),
    ([stage("times", "doc"), stage("doc", "document")], ["document"], "stage 'times' needs doc"),
    ([stage("events", "names", "times")], ["names"], "needs times,"),
    ([stage("events", "names", "times")], [], "needs names, times,"),
    ([stage("doc"), stage("doc")], [], "stage 'doc' gives a layer that is there already"),
    ([stage("document")], ["document"], "stage 'document' gives a layer that is there already"),
    ([stage("self", "self")], [], "stage 'self' needs self"),
]


@pytest.mark.parametrize(("stages", "given"), GOOD)
def test_good_order_passes(stages: list[Stage], given: list[str]) -> None:
    check_order(stages, given=given)


@pytest.mark.parametrize(("stages", "given", "message"), BAD)
def test_bad_order_is_refused_by_name_and_with_a_remedy(
    stages: list[Stage], given: list[str], message: str
) -> None:
    with pytest.raises(PipelineError, match=re.escape(message)) as caught:
        check_order(stages, given=given)
    assert "; re" in str(caught.value)  # reorder, or rename or remove


def test_stages_may_be_given_as_an_iterator() -> None:
    check_order(iter([stage("doc", "document")]), given=iter(["document"]))


def test_layers_arrive_in_the_order_of_needs_and_the_given_ones_stay() -> None:
    given = {"document": "text"}
    layers = run_stages([stage("doc", "document"), stage("events", "doc", "document")], given)
    assert layers["events"] == ("events", ("doc", "text"), "text")
    assert layers["document"] == "text"
    assert given == {"document": "text"}


def test_several_texts_at_once_give_what_each_gives_alone() -> None:
    stages = [
        Stage(
            gives="doc",
            needs=("text", "size"),
            run=lambda t, n: t * n,
            run_many=lambda t, n: list(map(str.__mul__, t, n)),
        ),
        stage("events", "doc", "text"),
    ]
    texts = [{"text": "a", "size": 2}, {"text": "b", "size": 1}]
    assert run_stages_many(stages, iter(texts)) == [run_stages(stages, text) for text in texts]
    assert run_stages_many(stages, []) == []


def test_each_part_is_taken_in_all_texts_before_the_next_one() -> None:
    taken: list[str] = []

    @InParts
    def spell(word: str, end: str = "") -> Parts[str]:
        """A word, letter by letter."""
        for letter in word:
            taken.append(letter)
            yield
        return word + end

    assert spell.many(["abc", "d", "ef"], ["!", "", "?"]) == ["abc!", "d", "ef?"]
    assert taken == ["a", "d", "e", "b", "f", "c"]
    assert spell.many([], []) == []
    assert spell("ab", end=".") == "ab."
    assert spell.__doc__ == "A word, letter by letter."

"""A loaded spaCy pipeline in, the same with its slow parts replaced out, and a line for each part that was not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from timeit import repeat
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from detente.reading.fast import answers, words
from detente.reading.fast.answers import Answers, AnswersError
from detente.reading.fast.convolve import convolve
from detente.reading.fast.layout import Floats, Layout, LayoutError, read_layout
from detente.reading.fast.words import Words

TRIAL_TEXT = "The two ministers' talks on 3 May weren't held; \n Zxqv's envoy said so."
CLOSE = 1e-3  # vectors are around 1; the sums are the same in another order, off by some 1e-6
WINDOW_SHAPE = (256, 288)
TRIALS = 5


def accelerate(nlp: Language) -> tuple[str, ...]:
    """Replace what can be made faster in `nlp` itself; why for each part that stays as it is, in plain words."""
    if _numpy_is_faster():
        _multiply_by_numpy(nlp)
    kept = []
    for replace in (fast_tok2vec, fast_answers):
        try:
            replace(nlp)
        except (LayoutError, AnswersError) as error:
            kept.append(str(error))
    return tuple(kept)


def _numpy_is_faster() -> bool:
    """Whether numpy's product of the matrices that matter beats that of BLIS; some 10 ms."""
    rows = np.ones(WINDOW_SHAPE, dtype=np.float32)
    weights = np.ones((WINDOW_SHAPE[1], WINDOW_SHAPE[1]), dtype=np.float32)
    took = {}
    for use_blis in (True, False):
        ops = NumpyOps(use_blis=use_blis)
        # the least of several, since whatever else runs on the machine only adds to one
        took[use_blis] = min(repeat(partial(ops.gemm, rows, weights), number=1, repeat=TRIALS))
    return took[False] < took[True]


def _multiply_by_numpy(nlp: Language) -> None:
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops


def fast_tok2vec(nlp: Language, *, capacity: int = words.CAPACITY) -> None:
    """Put the fast layers in place of spaCy's. Raises `LayoutError` when these are built in another way."""
    if "tok2vec" not in nlp.pipe_names:
        raise LayoutError("the pipeline has no part 'tok2vec' that its other parts share")
    pipe: Any = nlp.get_pipe("tok2vec")
    plain: Model[Any, Any] = pipe.model
    layout = read_layout(plain)
    if layout.embedding.static is not None and getattr(nlp.vocab.vectors, "mode", None) != "default":
        raise LayoutError("its word vectors are not a plain table")
    fast = _fast_model(layout, Words(layout.embedding, nlp.vocab, capacity=capacity))
    trial = [nlp.make_doc(TRIAL_TEXT), nlp.make_doc(TRIAL_TEXT.split(maxsplit=1)[0])]
    for ours, theirs in zip(fast.predict(trial), plain.predict(trial), strict=True):
        if not np.allclose(ours, theirs, atol=CLOSE):
            raise LayoutError("the fast layers do not give what spaCy's layers give")
    pipe.model = fast


def _fast_model(layout: Layout, table: Words) -> Model[Sequence[Doc], list[Floats]]:
    def forward(
        _model: Model[Any, Any],
        docs: Sequence[Doc],
        is_train: bool,  # noqa: FBT001  (thinc's signature)
    ) -> tuple[list[Floats], Any]:
        if is_train:
            raise NotImplementedError("an accelerated pipeline cannot be trained; load it anew")
        return convolve(table.vectors(docs), layout), None

    return Model("fast_tok2vec", forward, dims={"nO": layout.embedding.width})


def fast_answers(nlp: Language, *, capacity: int = answers.CAPACITY) -> None:
    """One part in place of the attribute ruler and the lemmatizer that follow each other.

    Raises `AnswersError` when there are no such two, or they look at more than is known here.
    """
    names = nlp.pipe_names
    if "attribute_ruler" not in names or "lemmatizer" not in names:
        raise AnswersError("the pipeline has no attribute ruler with a lemmatizer")
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if names.index("lemmatizer") != names.index("attribute_ruler") + 1:
        raise AnswersError("the lemmatizer does not follow the attribute ruler")
    _index_forms(lemmatizer)
    both = Answers(ruler, lemmatizer, nlp.vocab, capacity=capacity)
    nlp.remove_pipe("lemmatizer")
    # under the ruler's name, so that spaCy's own list of parts stays right; there is no public way to swap one
    at = nlp.component_names.index("attribute_ruler")
    nlp._components[at] = ("attribute_ruler", both)


def _index_forms(lemmatizer: Any) -> None:
    """Make sets of the lemmatizer's lists of known forms: it asks of thousands whether a form is among them."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for word_class, forms in list(index.items()):
        index[word_class] = frozenset(forms)

"""Two experts trained on the same texts: a softmax regression and naive Bayes, of which one classifier is made.

The regression knows what sets a class apart from its neighbours, naive Bayes how people speak of it, and each is wrong
where the other is not. Their logarithms are added: a product of experts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.matching.features import FeatureVector
from assistant.matching.naive_bayes import log_likelihood_ratios
from assistant.matching.regression import Regression, quantised
from assistant.matching.softmax import INVERSE_TEMPERATURE, Floats, Weights, mean_weights, train_softmax


@dataclass(frozen=True, slots=True)
class FittedExperts:
    """What both learned.

    Attributes:
        weights: of the regression.
        log_ratios: of naive Bayes, shape (features, classes).
    """

    weights: Weights
    log_ratios: Floats

    def scores(self, vector: FeatureVector) -> tuple[Floats, Floats]:
        """Give what each expert says for each class, as it is before both are weighed and made one.

        Args:
            vector: a question.

        Returns:
            Scores by the regression and by naive Bayes, each of shape (classes,).
        """
        lexical = vector.values @ self.weights.lexical[vector.columns]
        bayes = vector.values @ self.log_ratios[vector.columns] / np.float32(INVERSE_TEMPERATURE)
        return lexical + vector.embedding @ self.weights.embedding, bayes

    def regression(self, bayes_weight: float = 1.0) -> Regression:
        """Make one classifier of both.

        Args:
            bayes_weight: how much naive Bayes counts beside the regression, 0 for not at all.

        Returns:
            The classifier.
        """
        return quantised(self.weights.plus(bayes_weight * self.log_ratios))


def fit_experts(
    vectors: Sequence[FeatureVector],
    labels: Sequence[int],
    features: int,
    classes: int,
    on_epoch: Callable[[], None] = lambda: None,
    *,
    orders: int = 1,
) -> FittedExperts:
    """Train both experts.

    Args:
        vectors: training texts.
        labels: class of each, 0 to classes - 1.
        features: number of columns.
        classes: number of classes.
        on_epoch: called after each pass of training.
        orders: how many orders of the texts the regression is the mean of. Where texts are few, one order by itself
            teaches what came last rather than what is common.

    Returns:
        What they learned.
    """
    runs = [train_softmax(vectors, labels, features, classes, seed=seed, on_epoch=on_epoch) for seed in range(orders)]
    return FittedExperts(mean_weights(runs), log_likelihood_ratios(vectors, labels, features, classes))

"""分类建议: what a message may be about, with reasons; learnt offline, and never a decision.

Training needs numpy (`fitting`, `training`); a running hub scores with a sum of products over a
file that was handed to it. Nothing of a message is kept.
"""

from services.routing.suggest.labelled import Labelled
from services.routing.suggest.model import BadModel, Learnt, Model, read_model
from services.routing.suggest.risk import RiskFound
from services.routing.suggest.scoring import Scorer, Weighed
from services.routing.suggest.suggesting import Suggested, Suggestion, suggest

__all__ = [
    "BadModel",
    "Labelled",
    "Learnt",
    "Model",
    "RiskFound",
    "Scorer",
    "Suggested",
    "Suggestion",
    "Weighed",
    "read_model",
    "suggest",
]

"""The speaker for a policy in a language, kept while the policy is in use."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from dangol_policy.model.policy import Policy
from dangol_policy.words.speaker import Speaker

_MOST = 32
_kept: OrderedDict[tuple[int, str], Speaker] = OrderedDict()
_lock = Lock()


def speaker_for(policy: Policy, language: str) -> Speaker:
    """The speaker, made once per policy object. Raises UnknownLanguage."""
    key = (id(policy), language)
    with _lock:
        found = _kept.get(key)
        # An id may be used again once its policy is gone; while a speaker is kept its policy is not.
        if found is None:
            found = _kept[key] = Speaker(policy, language)
        _kept.move_to_end(key)
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return found

"""The stories of the corpus over the database: after every event customers stand as they do in memory."""

from __future__ import annotations

import pytest

from dangol.flows.errors import Refused
from dangol_policy.compile import compile_policy
from dangol_policy.story.answers import Writer
from dangol_policy.story.play import Story
from tests.corpus.case import case, case_ids
from tests.dangol.flows.player import OverTheDatabase, numbers_of, rule, seen, stored_numbers

# A policy with errors can be quoted, but never published.
STORIES = [id_ for id_ in case_ids() if case(id_).story and not case(id_).data.get("findings")]


@pytest.mark.django_db
@pytest.mark.parametrize("worker", [True, False], ids=["worker", "no worker"])
@pytest.mark.parametrize("id_", STORIES)
def test_database_and_memory_agree(id_: str, worker: bool) -> None:
    found = case(id_)
    rule(found.data["policy"])
    story, stored = (
        Story(compile_policy(found.policy, digest=found.parsed.digest, version=1)),
        OverTheDatabase(worker=worker),
    )
    writer = Writer(found.policy, "minor")
    for event in found.story:
        played = story.play(event)
        answer = stored.play(event, played.at)
        assert isinstance(answer, Refused) == (played.refused is not None), (event, answer, played.refused)
        if played.decision is not None:
            assert answer["decision"] == writer.decision(played.decision)
        if played.undone is not None:
            assert answer["refund"]["money"] == played.undone.refund.money
        for name, account in story.world.accounts.items():
            if worker or name in played.customers:
                assert seen(stored.account(name, played.at), stored_numbers()) == seen(account, numbers_of(story))

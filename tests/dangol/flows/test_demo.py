"""The demo fills a business under whatever policy it is given, and what it tells adds up."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol.flows import audit, demo, opening
from dangol.flows.publish import anything_published
from dangol.sales.models import Purchase, Visit
from tests.build import NOON

READY = Path(__file__).parents[3] / "policies"


@pytest.fixture(autouse=True)
def _a_small_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "CUSTOMERS", 12)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["restaurant", "shop", "electronics"])
def test_a_year_under_a_ready_policy_adds_up(name: str) -> None:
    text = (READY / f"{name}.yaml").read_text(encoding="utf-8")
    told = demo.tell(policy=text, at=NOON)
    assert (told.customers, told.new) == (12, True)
    assert told.purchases == Purchase.objects.count() > 50
    assert told.visits == Visit.objects.count() > 10
    assert list(audit.differences()) == []
    assert demo.tell(policy=text, at=NOON) == demo.Told(0, 0, 0, 0, new=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"), [(b"dangol: 1\nbusines: {}\n", "busines"), ("dangol: 1 # 가게".encode("cp949"), "UTF-8")]
)
def test_a_policy_that_cannot_be_used_is_refused_with_its_problems(tmp_path: Path, text: bytes, said: str) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_bytes(text)
    done = CliRunner().invoke(opening.demo, ["--policy", str(policy)])
    assert done.exit_code == 1
    assert said in done.stderr
    assert not anything_published()

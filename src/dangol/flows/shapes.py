"""JSON Schemas of what the stories take, for faces that may not know the policy language."""

from typing import Any

from dangol_policy.situation import Basket


def basket_schema(ref_template: str) -> dict[str, Any]:
    """The basket of a quote or purchase; what it refers to is under `$defs`."""
    return Basket.model_json_schema(ref_template=ref_template)

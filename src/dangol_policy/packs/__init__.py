"""Jurisdiction packs: legal figures as dated data, one YAML file per jurisdiction, and the reader of them.

Law changes and this is no legal advice: every figure carries since when it holds, its source, when it was looked up,
and must be confirmed with counsel.
"""

from dangol_policy.packs.pack import LegalRule, pack_of, rule_named, rules_of

__all__ = ["LegalRule", "pack_of", "rule_named", "rules_of"]

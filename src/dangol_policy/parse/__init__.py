"""Text in, the policy as meant or all its problems with places out."""

from dangol_policy.parse.policy import ParseResult, parse, parse_file

__all__ = ["ParseResult", "parse", "parse_file"]

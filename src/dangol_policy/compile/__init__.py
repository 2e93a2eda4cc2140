"""From a policy to a function that decides, specialised for the policy; it agrees with `interpret`."""

from dangol_policy.compile.compiled import Compiled, compile_policy

__all__ = ["Compiled", "compile_policy"]

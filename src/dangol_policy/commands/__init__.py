"""One file per command of the policy language; `dangol_policy.cli` lists them."""

"""Ask the policy: a situation in words, and the clauses, allowances and scripts that apply."""

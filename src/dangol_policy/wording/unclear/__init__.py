"""Words that readers understand differently, by language."""

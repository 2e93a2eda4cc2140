"""What every room may use: the clock, money as text, identifiers. No business nouns."""

"""Purchases from files: reading the text, giving columns their meaning, telling each purchase's story."""

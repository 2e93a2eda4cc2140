"""Measures the wording checkers on labelled sentences, four languages each; see README.md beside this file."""

"""The sections of a starter policy, each made from the answers that concern it."""

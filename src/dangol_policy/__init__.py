"""The policy language: text in, decision out. No Django, no database, no clock."""

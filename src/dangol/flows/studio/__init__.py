"""The studio: a draft as sentences with their health, its forms, programmes to add, examples, and who changed what."""

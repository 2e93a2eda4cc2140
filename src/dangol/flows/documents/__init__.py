"""The text of a file somebody hands in: plain text in many encodings, Word documents, PDF. Hostile files do no harm."""

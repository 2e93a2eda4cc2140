"""How often the right clause is among the first three answers to a question, and how long an answer takes."""

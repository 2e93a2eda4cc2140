"""Many quotes at once: a table of situations, decided clause by clause in columns. Needs numpy (`dangol[many]`)."""

"""The studio: clauses as sentences with their health, forms, the document beside them, findings and examples."""

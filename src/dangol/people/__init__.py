"""The room `people`: customers, their identities, consents and segments."""

"""The policy as meant: frozen, typed models of every section of the document; the root is `policy.Policy`."""

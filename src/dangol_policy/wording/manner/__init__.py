"""Words that customers take badly, by language."""

"""Starting: five questions, or the text a business already has, become a first policy."""

"""The papers of this package, from what is sealed. State papers are Vietnamese in any language."""

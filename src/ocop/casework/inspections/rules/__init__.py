"""Pure rules: who is inspected and why, what is looked at, how reports are taken."""

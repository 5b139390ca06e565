"""The pages of dossiers for producers and offices, and the acts that need more than the common page."""

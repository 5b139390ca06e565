"""The papers of samples, from what is stored."""

"""What several acts write; it asks nobody."""

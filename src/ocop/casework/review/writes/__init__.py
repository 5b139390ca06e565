"""What several acts write; nothing here asks who may."""

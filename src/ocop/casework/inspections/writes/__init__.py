"""What several acts bring about, and counting what comes in; nobody is asked here."""

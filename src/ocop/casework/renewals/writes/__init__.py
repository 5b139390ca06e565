"""What the run of reminders and results write; nobody is asked here."""

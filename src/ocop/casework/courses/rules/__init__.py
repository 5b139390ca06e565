"""Days of a course with their codes, and people as they are typed; without a database."""

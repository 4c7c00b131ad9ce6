"""What somebody follows in, each new fact told once out: to a webhook, a command or a folder."""

"""A record in, a file's bytes out, in the formats that other people's tools read; `formats` is the door."""

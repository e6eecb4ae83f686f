"""What the commands do: build, doctor, init, schema; files are written here and nowhere else."""

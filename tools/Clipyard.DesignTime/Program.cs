// Nothing to run: `dotnet ef` loads this assembly for the factory beside it. docs/database.md tells how.
return 0;

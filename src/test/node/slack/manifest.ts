// An app's manifest, as @slack/web-api describes it for apps.manifest.create.
import type { AppsManifestCreateArguments } from "@slack/web-api";

export type AppManifest = AppsManifestCreateArguments["manifest"];

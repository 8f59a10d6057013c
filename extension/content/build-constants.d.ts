/** Set by the build for end-to-end tests only: lets them look into the shadow root. */
declare const COOLHEAD_SHADOW: ShadowRootMode | undefined;

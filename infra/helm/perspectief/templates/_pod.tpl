{{- define "perspectief.image" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{- if hasPrefix "sha256:" $tag }}{{ .Values.image.repository }}@{{ $tag }}{{ else }}{{ .Values.image.repository }}:{{ $tag }}{{ end -}}
{{- end }}

{{- define "perspectief.labels" -}}
app.kubernetes.io/name: perspectief
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "perspectief.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "perspectief.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "perspectief.stores" -}}
- name: DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ .Values.secrets.database }}, key: url } }
{{ include "perspectief.eventStore" . }}
{{- end }}

{{- define "perspectief.eventStore" -}}
{{- if .Values.kurrentdb.enabled }}
- name: EVENT_STORE_URL
  valueFrom: { secretKeyRef: { name: {{ .Values.secrets.eventStore }}, key: url } }
{{- end }}
{{- end }}

{{- define "perspectief.tracing" -}}
{{- if .Values.tracing.endpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .Values.tracing.endpoint | quote }} }
- { name: OTEL_TRACES_SAMPLER_ARG, value: {{ .Values.tracing.share | quote }} }
{{- end }}
{{- end }}

{{- define "perspectief.environment" -}}
{{ include "perspectief.stores" . }}
- name: PERSPECTIEF_MASTER_KEYS
  valueFrom: { secretKeyRef: { name: {{ .Values.secrets.masterKeys }}, key: keys } }
- { name: METRICS_PORT, value: "9464" }
- { name: METRICS_HOST, value: 0.0.0.0 }
{{ include "perspectief.tracing" . }}
{{- end }}

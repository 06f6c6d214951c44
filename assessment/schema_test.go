package assessment

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// jsonSchema is the part of JSON Schema 2020-12 that doc/instrument.schema.json
// is written in. A word that it does not know fails the test.
type jsonSchema map[string]any

func schemaOf(t testing.TB) jsonSchema {
	t.Helper()
	var s jsonSchema
	if err := json.Unmarshal(must[[]byte](t)(os.ReadFile("../doc/instrument.schema.json")), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// check gives what is wrong with a value, empty where it is right.
func (root jsonSchema) check(rule map[string]any, v any, at string) string {
	if ref, ok := rule["$ref"].(string); ok {
		return root.check(root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), v, at)
	}
	for word, want := range rule {
		wrong := ""
		switch word {
		case "$schema", "$id", "title", "$defs":
		case "type":
			wrong = kindOf(want.(string), v)
		case "const":
			wrong = unless(reflect.DeepEqual(v, want), "is not %v", want)
		case "enum":
			wrong = unless(slices.ContainsFunc(want.([]any), func(w any) bool { return reflect.DeepEqual(v, w) }), "is none of %v", want)
		case "anyOf":
			wrong = unless(slices.ContainsFunc(want.([]any), func(w any) bool { return root.check(w.(map[string]any), v, at) == "" }), "fits none")
		case "properties", "required", "additionalProperties":
			wrong = root.object(rule, word, v, at)
		case "items", "minItems", "maxItems":
			wrong = root.array(word, want, v, at)
		case "pattern":
			s, is := v.(string)
			wrong = unless(!is || regexp.MustCompile(want.(string)).MatchString(s), "does not match %v", want)
		case "minLength", "maxLength", "minimum", "maximum":
			wrong = bounded(word, want.(float64), v)
		default:
			wrong = "the schema says " + word
		}
		if wrong != "" {
			return at + " " + wrong
		}
	}
	return ""
}

func unless(right bool, format string, args ...any) string {
	if right {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

func kindOf(want string, v any) string {
	is := map[string]bool{}
	switch v := v.(type) {
	case map[string]any:
		is["object"] = true
	case []any:
		is["array"] = true
	case string:
		is["string"] = true
	case bool:
		is["boolean"] = true
	case float64:
		is["number"], is["integer"] = true, v == math.Trunc(v)
	}
	return unless(is[want], "is no %s", want)
}

func (root jsonSchema) object(rule map[string]any, word string, v any, at string) string {
	o, is := v.(map[string]any)
	if !is {
		return ""
	}
	known := rule["properties"].(map[string]any)
	for name, value := range o {
		prop, there := known[name].(map[string]any)
		if !there && word == "additionalProperties" {
			return "holds " + name
		}
		if there && word == "properties" {
			if wrong := root.check(prop, value, at+"."+name); wrong != "" {
				return wrong
			}
		}
	}
	if word == "required" {
		for _, name := range rule["required"].([]any) {
			if _, there := o[name.(string)]; !there {
				return "has no " + name.(string)
			}
		}
	}
	return ""
}

func (root jsonSchema) array(word string, want, v any, at string) string {
	all, is := v.([]any)
	if !is {
		return ""
	}
	switch word {
	case "minItems":
		return unless(len(all) >= int(want.(float64)), "has too few")
	case "maxItems":
		return unless(len(all) <= int(want.(float64)), "has too many")
	}
	for i, one := range all {
		if wrong := root.check(want.(map[string]any), one, fmt.Sprintf("%s[%d]", at, i)); wrong != "" {
			return wrong
		}
	}
	return ""
}

func bounded(word string, want float64, v any) string {
	got, is := v.(float64)
	if s, text := v.(string); text {
		got, is = float64(len([]rune(s))), true
	}
	most := strings.HasPrefix(word, "max")
	return unless(!is || most && got <= want || !most && got >= want, "is beyond %s", word)
}

func (root jsonSchema) file(t testing.TB, data []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err.Error()
	}
	return root.check(root, v, "")
}

func TestTheSchemaAndTheReaderAgree(t *testing.T) {
	schema := schemaOf(t)
	good := must[[]byte](t)(sample().Write())
	for name, file := range shipped(t) {
		if wrong := schema.file(t, file); wrong != "" {
			t.Errorf("%s:%s", name, wrong)
		}
	}
	if wrong := schema.file(t, good); wrong != "" {
		t.Errorf("the sample:%s", wrong)
	}
	// What the schema refuses, the reader refuses; the reader refuses more.
	refused := 0
	for _, c := range refusals() {
		bad := []byte(strings.Replace(string(good), c.old, c.new, 1))
		if schema.file(t, bad) == "" {
			continue
		}
		refused++
		if _, err := ReadInstrument(bad); err == nil {
			t.Errorf("%s is refused by the schema only", c.new)
		}
	}
	if refused < len(refusals())/2 {
		t.Errorf("the schema refuses %d of %d", refused, len(refusals()))
	}
}

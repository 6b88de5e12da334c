use onrecord_engine::{record::*, registry::Registry, rules::*, text::*};
fn main() {
    let code = std::env::var("CODE").unwrap_or_default();
    let registry = Registry::builtin();
    for path in std::env::args().skip(1) {
        let Ok(content) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.rsplit('/').next().unwrap();
        let text = Text::from(content.as_str());
        let record = Record::build(
            &text,
            name,
            &Reference {
                registry: registry.clone(),
                date: None,
            },
            None,
        );
        let set = RuleSet::default();
        for f in check(&record, &set) {
            if !f.code.starts_with(&code) {
                continue;
            }
            let p = text.position(f.span.start, position::Encoding::Utf32);
            let l = content[..f.span.start].rfind('\n').map_or(0, |i| i + 1);
            let e = content[f.span.start..]
                .find('\n')
                .map_or(content.len(), |i| i + f.span.start);
            println!(
                "{name}:{}:{}\t{}\t{}\t{}\t{}\t{}",
                p.line + 1,
                p.column + 1,
                f.code,
                f.severity.name(),
                f.zone.map_or("-", |z| z.name()),
                f.message,
                f.related
                    .iter()
                    .map(|r| format!("[{} {}]", r.span.of(&content), r.message))
                    .collect::<String>()
            );
            if std::env::var("CTX").is_ok() {
                let a = content[l..f.span.start]
                    .char_indices()
                    .rev()
                    .nth(150)
                    .map_or(l, |x| l + x.0);
                let z = content[f.span.end..]
                    .char_indices()
                    .nth(120)
                    .map_or(content.len(), |x| f.span.end + x.0)
                    .min(e.max(f.span.end));
                println!(
                    "      {}⟦{}⟧{}",
                    &content[a..f.span.start],
                    &content[f.span.start..f.span.end],
                    &content[f.span.end..z]
                );
            }
        }
    }
}

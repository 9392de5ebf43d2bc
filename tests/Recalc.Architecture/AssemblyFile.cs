using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Recalc.Architecture;

/// <summary>A built assembly as the tests see it: which type uses which, what is public, who sees what is not.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _reader;

    public AssemblyFile(string name)
    {
        _image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        _reader = _image.GetMetadataReader();
    }

    /// <summary>Every namespace that has a type of the source.</summary>
    public IReadOnlySet<string> Namespaces => Types().Select(t => _reader.GetString(t.Namespace)).ToHashSet();

    /// <summary>The outermost public types.</summary>
    public IEnumerable<TypeName> PublicTypes => Types()
        .Where(t => (t.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
        .Select(t => new TypeName(_reader.GetString(t.Namespace), _reader.GetString(t.Name)));

    /// <summary>The assemblies that see internal types.</summary>
    public IEnumerable<string> Friends =>
        from handle in _reader.GetAssemblyDefinition().GetCustomAttributes()
        let attribute = _reader.GetCustomAttribute(handle)
        where NamesOf(attribute.Constructor).Any(n => n.Name == "InternalsVisibleToAttribute")
        select ReadName(attribute);

    /// <summary>Which type uses which, over everything that metadata and method bodies say.</summary>
    public IEnumerable<TypeUse> Uses()
    {
        foreach (var type in Types())
        {
            var from = new TypeName(_reader.GetString(type.Namespace), _reader.GetString(type.Name));
            var uses = new UseCollector(_reader);
            AddType(type, uses);
            foreach (var to in uses.Names) yield return new TypeUse(from, to);
        }
    }

    public void Dispose() => _image.Dispose();

    // Outermost types of the source. What the compiler adds on its own account has no namespace or is marked as embedded.
    private IEnumerable<TypeDefinition> Types() => _reader.TypeDefinitions.Select(_reader.GetTypeDefinition)
        .Where(t => t.GetDeclaringType().IsNil && !_reader.GetString(t.Name).StartsWith('<') && !IsEmbedded(t));

    private bool IsEmbedded(TypeDefinition type) => type.GetCustomAttributes().Any(
        a => NamesOf(_reader.GetCustomAttribute(a).Constructor).Any(n => n.Name is "EmbeddedAttribute" or "CompilerGeneratedAttribute"));

    private void AddType(TypeDefinition type, UseCollector uses)
    {
        uses.Add(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations()) uses.Add(_reader.GetInterfaceImplementation(handle).Interface);
        foreach (var handle in type.GetFields()) AddField(_reader.GetFieldDefinition(handle), uses);
        foreach (var handle in type.GetMethods()) AddMethod(_reader.GetMethodDefinition(handle), uses);
        foreach (var handle in type.GetProperties()) AddAttributes(_reader.GetPropertyDefinition(handle).GetCustomAttributes(), uses);
        foreach (var handle in type.GetEvents()) uses.Add(_reader.GetEventDefinition(handle).Type);
        AddConstraints(type.GetGenericParameters(), uses);
        AddAttributes(type.GetCustomAttributes(), uses);
        foreach (var handle in type.GetNestedTypes()) AddType(_reader.GetTypeDefinition(handle), uses);
    }

    private void AddField(FieldDefinition field, UseCollector uses)
    {
        field.DecodeSignature(uses, null);
        AddAttributes(field.GetCustomAttributes(), uses);
    }

    private void AddMethod(MethodDefinition method, UseCollector uses)
    {
        method.DecodeSignature(uses, null);
        AddConstraints(method.GetGenericParameters(), uses);
        AddAttributes(method.GetCustomAttributes(), uses);
        foreach (var handle in method.GetParameters()) AddAttributes(_reader.GetParameter(handle).GetCustomAttributes(), uses);
        if (method.RelativeVirtualAddress == 0) return;
        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) uses.Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions) uses.Add(region.CatchType);
        foreach (var token in IlScanner.TokensOf(body.GetILBytes()!)) uses.Add(token);
    }

    private void AddConstraints(GenericParameterHandleCollection parameters, UseCollector uses)
    {
        foreach (var parameter in parameters)
        {
            foreach (var handle in _reader.GetGenericParameter(parameter).GetConstraints())
            {
                uses.Add(_reader.GetGenericParameterConstraint(handle).Type);
            }
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes, UseCollector uses)
    {
        foreach (var handle in attributes) uses.Add(_reader.GetCustomAttribute(handle).Constructor);
    }

    private IReadOnlyCollection<TypeName> NamesOf(EntityHandle handle)
    {
        var uses = new UseCollector(_reader);
        uses.Add(handle);
        return uses.Names;
    }

    // The value of an attribute with one string: a prolog of two bytes, then the string; a key may follow the name.
    private string ReadName(CustomAttribute attribute)
    {
        var blob = _reader.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return blob.ReadSerializedString()!.Split(',')[0];
    }
}
